// Command fileserver serves the files of one folder, and its index.html for every path that is no
// file: a page that does its own routing wants that.
//
//	fileserver FOLDER
//
// It listens on PORT (5000 when unset) and stops cleanly on SIGTERM and SIGINT.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const (
	defaultPort = "5000"

	// How long answers under way may take once the server has been asked to stop.
	drainTime = 5 * time.Second
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: fileserver FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		log.Fatalf("fileserver: %v", err)
	}
}

func run(folder string) error {
	if _, err := os.Stat(filepath.Join(folder, "index.html")); err != nil {
		return err
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = defaultPort
	}
	stop, forget := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer forget()

	server := &http.Server{
		Addr:              ":" + port,
		Handler:           newHandler(folder),
		ReadHeaderTimeout: 5 * time.Second,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.ListenAndServe() }()
	log.Printf("serving %s on port %s", folder, port)

	select {
	case err := <-ended:
		return err
	case <-stop.Done():
	}
	drain, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(drain); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	log.Print("stopped")
	return nil
}

// newHandler serves folder. Names under /assets/ carry a hash of their content, so whoever has one
// need never ask again; every other file has to be asked for each time.
func newHandler(folder string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if nonce := r.Header.Get("X-Nonce"); nonce != "" {
			w.Header().Set("X-Nonce", nonce)
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		file, found := find(folder, r.URL.Path)
		if found && strings.HasPrefix(r.URL.Path, "/assets/") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		} else {
			w.Header().Set("Cache-Control", "no-cache")
		}
		serve(w, r, file)
	})
}

// find returns the file that a path of an address names, and index.html where it names none.
func find(folder, name string) (string, bool) {
	// Clean with a slash in front never leads out of the folder.
	file := filepath.Join(folder, filepath.FromSlash(path.Clean("/"+name)))
	if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
		return file, true
	}
	return filepath.Join(folder, "index.html"), false
}

func serve(w http.ResponseWriter, r *http.Request, name string) {
	file, err := os.Open(name)
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	http.ServeContent(w, r, info.Name(), info.ModTime(), file)
}
