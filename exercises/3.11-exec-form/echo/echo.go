package main

import (
	"errors"
	"io"
	"log"
	"net/http"
)

const (
	maxBody     = 1 << 20
	nonceHeader = "X-Nonce"
	usage       = "say something: /?msg=hello, or POST a body\n"
)

// newHandler answers on / and nowhere else.
func newHandler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", say)
	mux.HandleFunc("POST /{$}", sayBack)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if nonce := r.Header.Get(nonceHeader); nonce != "" {
			w.Header().Set(nonceHeader, nonce)
		}
		// What comes back is somebody else's text: plain, and no browser is to guess otherwise.
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		mux.ServeHTTP(w, r)
	})
}

func say(w http.ResponseWriter, r *http.Request) {
	msg := r.URL.Query().Get("msg")
	if msg == "" {
		msg = usage
	}
	write(w, []byte(msg))
}

func sayBack(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		status := http.StatusBadRequest
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			status = http.StatusRequestEntityTooLarge
		}
		http.Error(w, err.Error(), status)
		return
	}
	write(w, body)
}

func write(w http.ResponseWriter, body []byte) {
	if _, err := w.Write(body); err != nil {
		log.Printf("answer not sent whole: %v", err)
	}
}
