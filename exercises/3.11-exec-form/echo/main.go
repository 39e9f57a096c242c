// Command echo is a server that says back what it is told. PORT (8080 when unset) is where it
// listens.
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

const defaultPort = "8080"

func main() {
	if err := run(); err != nil {
		log.Fatalf("echo: %v", err)
	}
}

// run serves until it is told to stop, and lets what is in flight finish.
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
	log.Printf("process %d, %s, listening on port %s", os.Getpid(), whoAmI(os.Getuid(), user.LookupId), port)

	server := &http.Server{Handler: newHandler(), ReadHeaderTimeout: 5 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()

	select {
	case err := <-ended:
		return err
	case <-stop.Done():
	}
	log.Print("told to stop")
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := server.Shutdown(drain); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	log.Print("bye")
	return nil
}

// whoAmI describes a user: by name when /etc/passwd has one for the number, else by the number.
func whoAmI(uid int, lookup func(string) (*user.User, error)) string {
	number := strconv.Itoa(uid)
	account, err := lookup(number)
	if err != nil {
		return "user " + number + " (who has no name here)"
	}
	return "user " + account.Username + " (" + number + ")"
}
