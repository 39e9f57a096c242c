package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func serve(t *testing.T, handler http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func TestPageIsFetchedAndCounted(t *testing.T) {
	site := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`<a href="/x">x</a><a href="http://b.example/">b</a>`))
	})
	got, err := countAt(context.Background(), site)
	if err != nil || got != (count{1, 1}) {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestLinksAreInternalToWhereARedirectionLeads(t *testing.T) {
	there := serve(t, func(w http.ResponseWriter, r *http.Request) { w.Write([]byte(`<a href="/x">`)) })
	here := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, there, http.StatusFound) })
	got, err := countAt(context.Background(), here)
	if err != nil || got != (count{1, 0}) {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestWhatGoesWrongIsSaid(t *testing.T) {
	missing := serve(t, http.NotFound)
	endless := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i <= maxPage/1000; i++ {
			w.Write([]byte(strings.Repeat(" ", 1000)))
		}
	})
	for address, want := range map[string]string{
		"":                    "set the variable url",
		"example.org":         "no address of a web page",
		"ftp://example.org/":  "no address of a web page",
		"http://":             "no address of a web page",
		"http://[":            "missing ']'",
		"http://127.0.0.1:1/": "connection refused",
		missing:               "404 Not Found",
		endless:               "larger than 8 MiB",
	} {
		if _, err := countAt(context.Background(), address); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", address, err, want)
		}
	}
}
