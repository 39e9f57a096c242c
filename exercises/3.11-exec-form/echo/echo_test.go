package main

import (
	"errors"
	"net/http/httptest"
	"os/user"
	"strings"
	"testing"
)

func ask(method, path, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set(nonceHeader, "n-42")
	w := httptest.NewRecorder()
	newHandler().ServeHTTP(w, r)
	return w
}

func TestAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		method, path, body string
		status             int
		answer             string
	}{
		"message":        {"GET", "/?msg=ahoy", "", 200, "ahoy"},
		"encoded":        {"GET", "/?msg=a%20b%26c", "", 200, "a b&c"},
		"no message":     {"GET", "/", "", 200, usage},
		"body":           {"POST", "/", "ahoy\n\x00\xff", 200, "ahoy\n\x00\xff"},
		"empty body":     {"POST", "/", "", 200, ""},
		"largest body":   {"POST", "/", strings.Repeat("a", maxBody), 200, strings.Repeat("a", maxBody)},
		"too large":      {"POST", "/", strings.Repeat("a", maxBody+1), 413, "http: request body too large\n"},
		"another path":   {"GET", "/x", "", 404, "404 page not found\n"},
		"another method": {"DELETE", "/", "", 405, "Method Not Allowed\n"},
	} {
		t.Run(name, func(t *testing.T) {
			w := ask(c.method, c.path, c.body)
			if w.Code != c.status || w.Body.String() != c.answer {
				t.Errorf("got %d %.60q", w.Code, w.Body)
			}
			if got := w.Header().Get(nonceHeader); got != "n-42" {
				t.Errorf("nonce: got %q", got)
			}
		})
	}
}

func TestMarkupComesBackAsPlainText(t *testing.T) {
	w := ask("POST", "/", "<script>alert(1)</script>")
	if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, "text/plain") {
		t.Errorf("got %q", got)
	}
	if got := w.Header().Get("X-Content-Type-Options"); got != "nosniff" {
		t.Errorf("got %q", got)
	}
}

func TestUserIsNamedWhenTheNameIsKnown(t *testing.T) {
	known := func(uid string) (*user.User, error) { return &user.User{Username: "echo"}, nil }
	if got := whoAmI(10001, known); got != "user echo (10001)" {
		t.Errorf("got %q", got)
	}
	unknown := func(uid string) (*user.User, error) { return nil, errors.New("no such user") }
	if got := whoAmI(10001, unknown); got != "user 10001 (who has no name here)" {
		t.Errorf("got %q", got)
	}
}
