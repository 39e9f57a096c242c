package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	index  = "<title>Drydock messages</title>"
	script = "console.log(1)"
)

func site(t *testing.T) http.Handler {
	t.Helper()
	outer := t.TempDir()
	folder := filepath.Join(outer, "build")
	write(t, filepath.Join(outer, "secret.txt"), "secret")
	write(t, filepath.Join(folder, "index.html"), index)
	write(t, filepath.Join(folder, "assets", "index-1a2b.js"), script)
	return newHandler(folder)
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func ask(h http.Handler, method, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "/", nil)
	r.URL.Path = path
	r.Header.Set("X-Nonce", "n-42")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestFilesAreServedAsWhatTheyAre(t *testing.T) {
	w := ask(site(t), "GET", "/assets/index-1a2b.js")
	if w.Code != 200 || w.Body.String() != script {
		t.Errorf("got %d %q", w.Code, w.Body)
	}
	if got := w.Header().Get("Content-Type"); !strings.Contains(got, "javascript") {
		t.Errorf("got type %q", got)
	}
	if got := w.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("got caching %q", got)
	}
}

func TestEveryOtherPathIsTheApp(t *testing.T) {
	h := site(t)
	for _, path := range []string{"/", "/index.html", "/messages/7", "/assets/", "/assets/gone.js"} {
		w := ask(h, "GET", path)
		if w.Code != 200 || w.Body.String() != index {
			t.Errorf("%s: got %d %q", path, w.Code, w.Body)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: got caching %q", path, got)
		}
	}
}

func TestNothingOutsideTheFolderIsServed(t *testing.T) {
	h := site(t)
	for _, path := range []string{"/../secret.txt", "/assets/../../secret.txt", "../secret.txt"} {
		if w := ask(h, "GET", path); strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s: got %q", path, w.Body)
		}
	}
}

func TestOnlyReadingIsAllowed(t *testing.T) {
	if w := ask(site(t), "POST", "/"); w.Code != 405 {
		t.Errorf("got %d", w.Code)
	}
}

func TestNonceComesBack(t *testing.T) {
	if got := ask(site(t), "GET", "/").Header().Get("X-Nonce"); got != "n-42" {
		t.Errorf("got %q", got)
	}
}
