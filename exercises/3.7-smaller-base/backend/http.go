package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
)

const (
	// Far more than the longest message needs, far less than would hurt.
	maxBody = 16 << 10

	nonceHeader = "X-Nonce"
)

// newHandler is the whole API. Pages of requestOrigin may call it from a browser.
func newHandler(b *board, requestOrigin string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ping", text("pong"))
	mux.HandleFunc("GET /healthz", text("ok"))
	mux.HandleFunc("GET /messages", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, b.all())
	})
	mux.HandleFunc("POST /messages", func(w http.ResponseWriter, r *http.Request) {
		postMessage(b, w, r)
	})
	return echoNonce(allowOrigin(requestOrigin, mux))
}

func text(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, body)
	}
}

func postMessage(b *board, w http.ResponseWriter, r *http.Request) {
	var posted struct {
		Text string `json:"text"`
	}
	body := http.MaxBytesReader(w, r.Body, maxBody)
	if err := json.NewDecoder(body).Decode(&posted); err != nil {
		writeError(w, `want a body like {"text":"hello"}`)
		return
	}
	m, err := b.post(posted.Text)
	if err != nil {
		writeError(w, err.Error())
		return
	}
	writeJSON(w, http.StatusCreated, m)
}

func writeError(w http.ResponseWriter, reason string) {
	writeJSON(w, http.StatusBadRequest, map[string]string{"error": reason})
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Printf("answer not sent whole: %v", err)
	}
}

// echoNonce sends X-Nonce back: whoever asks can tell a live answer from a canned one.
func echoNonce(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if nonce := r.Header.Get(nonceHeader); nonce != "" {
			w.Header().Set(nonceHeader, nonce)
		}
		next.ServeHTTP(w, r)
	})
}

// allowOrigin answers the browser's question "may this page read your answers?" (CORS): yes for
// pages of the given origin, silence for all others. Without an origin nobody is let in.
func allowOrigin(origin string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Origin")
		if origin != "" && r.Header.Get("Origin") == origin {
			w.Header().Set("Access-Control-Allow-Origin", origin)
			w.Header().Set("Access-Control-Allow-Methods", "GET, POST")
			w.Header().Set("Access-Control-Allow-Headers", "Content-Type, "+nonceHeader)
		}
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}
