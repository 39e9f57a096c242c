package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const origin = "http://localhost:5000"

func ask(t *testing.T, h http.Handler, method, path, body string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func decode[T any](t *testing.T, r *http.Response) T {
	t.Helper()
	var value T
	if err := json.NewDecoder(r.Body).Decode(&value); err != nil {
		t.Fatalf("answer is not the JSON expected: %v", err)
	}
	return value
}

func TestPingAnswersPong(t *testing.T) {
	w := httptest.NewRecorder()
	newHandler(newBoard(), "").ServeHTTP(w, httptest.NewRequest("GET", "/ping", nil))
	if w.Code != 200 || w.Body.String() != "pong" {
		t.Fatalf("got %d %q", w.Code, w.Body)
	}
}

func TestHealthIsOk(t *testing.T) {
	if r := ask(t, newHandler(newBoard(), ""), "GET", "/healthz", ""); r.StatusCode != 200 {
		t.Fatalf("got %d", r.StatusCode)
	}
}

func TestEmptyBoardIsAnEmptyList(t *testing.T) {
	w := httptest.NewRecorder()
	newHandler(newBoard(), "").ServeHTTP(w, httptest.NewRequest("GET", "/messages", nil))
	if got := strings.TrimSpace(w.Body.String()); got != "[]" {
		t.Fatalf("got %s", got)
	}
}

func TestPostedMessageIsListed(t *testing.T) {
	h := newHandler(newBoard(), "")
	r := ask(t, h, "POST", "/messages", `{"text":" ahoy "}`)
	if r.StatusCode != http.StatusCreated {
		t.Fatalf("got %d", r.StatusCode)
	}
	if m := decode[message](t, r); m.ID != 1 || m.Text != "ahoy" || m.Posted.IsZero() {
		t.Fatalf("got %+v", m)
	}
	list := decode[[]message](t, ask(t, h, "GET", "/messages", ""))
	if len(list) != 1 || list[0].Text != "ahoy" {
		t.Fatalf("got %+v", list)
	}
}

func TestBadMessagesAreRefused(t *testing.T) {
	h := newHandler(newBoard(), "")
	for _, body := range []string{
		"", "ahoy", `{"text":"  "}`, `{"text":7}`,
		`{"text":"` + strings.Repeat("a", 501) + `"}`,
		`{"text":"` + strings.Repeat("a", maxBody) + `"}`,
	} {
		r := ask(t, h, "POST", "/messages", body)
		if r.StatusCode != http.StatusBadRequest {
			t.Errorf("%.40s: got %d", body, r.StatusCode)
		}
		if reason := decode[map[string]string](t, r)["error"]; reason == "" {
			t.Errorf("%.40s: no reason given", body)
		}
	}
}

func TestUnknownPathsAndMethodsAreRefused(t *testing.T) {
	h := newHandler(newBoard(), "")
	if r := ask(t, h, "GET", "/nowhere", ""); r.StatusCode != 404 {
		t.Errorf("got %d", r.StatusCode)
	}
	if r := ask(t, h, "DELETE", "/messages", ""); r.StatusCode != 405 {
		t.Errorf("got %d", r.StatusCode)
	}
}

func TestNonceComesBackOnEveryAnswer(t *testing.T) {
	h := newHandler(newBoard(), "")
	for _, path := range []string{"/ping", "/healthz", "/messages", "/nowhere"} {
		r := ask(t, h, "GET", path, "", nonceHeader, "n-42")
		if got := r.Header.Get(nonceHeader); got != "n-42" {
			t.Errorf("%s: got %q", path, got)
		}
	}
}

func TestOnlyTheGivenOriginIsLetIn(t *testing.T) {
	h := newHandler(newBoard(), origin)
	for asked, want := range map[string]string{
		origin: origin, "http://elsewhere.example": "", "": "",
	} {
		r := ask(t, h, "GET", "/ping", "", "Origin", asked)
		if got := r.Header.Get("Access-Control-Allow-Origin"); got != want {
			t.Errorf("origin %q: got %q", asked, got)
		}
	}
}

func TestWithoutAnOriginNobodyIsLetIn(t *testing.T) {
	r := ask(t, newHandler(newBoard(), ""), "GET", "/ping", "", "Origin", origin)
	if got := r.Header.Get("Access-Control-Allow-Origin"); got != "" {
		t.Fatalf("got %q", got)
	}
}

func TestPreflightIsAnswered(t *testing.T) {
	r := ask(t, newHandler(newBoard(), origin), "OPTIONS", "/messages", "", "Origin", origin)
	if r.StatusCode != http.StatusNoContent {
		t.Errorf("got %d", r.StatusCode)
	}
	if got := r.Header.Get("Access-Control-Allow-Headers"); !strings.Contains(got, "Content-Type") {
		t.Errorf("got %q", got)
	}
}
