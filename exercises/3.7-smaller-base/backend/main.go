// Command server is the backend of the Drydock message board: a small HTTP API that keeps its
// messages in memory.
//
// Settings come from the environment: PORT (8080 when unset) and REQUEST_ORIGIN, the one origin
// whose pages may call the API from a browser.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"os/user"
	"strconv"
	"syscall"
	"time"
)

const (
	defaultPort = "8080"

	// How long requests in flight may take once the server has been asked to stop. Docker waits ten
	// seconds before it kills; be done well before that.
	drainTime = 5 * time.Second
)

func main() {
	if err := run(); err != nil {
		log.Fatalf("server: %v", err)
	}
}

// run serves until SIGTERM or SIGINT arrives, then answers what is in flight and returns nil.
func run() error {
	port := os.Getenv("PORT")
	if port == "" {
		port = defaultPort
	}
	if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
		return fmt.Errorf("PORT is %q, want a number from 1 to 65535", port)
	}

	stop, forget := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer forget()

	listener, err := net.Listen("tcp", ":"+port)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           newHandler(newBoard(), os.Getenv("REQUEST_ORIGIN")),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("listening on %s as %s", listener.Addr(), whoAmI())

	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()

	select {
	case err := <-ended:
		return err
	case <-stop.Done():
	}

	log.Print("asked to stop: finishing what is in flight")
	drain, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	if err := server.Shutdown(drain); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	log.Print("stopped")
	return nil
}

// whoAmI names the user of this process. An image without /etc/passwd has no names to give, only
// the number; that is no reason not to start.
func whoAmI() string {
	uid := strconv.Itoa(os.Getuid())
	account, err := user.LookupId(uid)
	if err != nil {
		return "uid " + uid
	}
	return account.Username + " (uid " + uid + ")"
}
