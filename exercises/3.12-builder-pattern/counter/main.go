// Command app counts the links of one web page. The page's address comes in the environment
// variable url; one line of JSON goes to standard output. What goes wrong is said on standard error,
// with exit code 1.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"
)

const (
	patience = 30 * time.Second
	maxPage  = 8 << 20
)

func main() {
	ctx, forget := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer forget()

	links, err := countAt(ctx, os.Getenv("url"))
	if err != nil {
		if ctx.Err() != nil {
			fmt.Fprintln(os.Stderr, "app: stopped")
			return
		}
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
	json.NewEncoder(os.Stdout).Encode(links)
}

// countAt fetches a page and counts its links.
func countAt(ctx context.Context, address string) (count, error) {
	if address == "" {
		return count{}, errors.New(`no address: set the variable url, as in -e url=https://example.org/`)
	}
	target, err := url.Parse(address)
	if err != nil {
		return count{}, err
	}
	if (target.Scheme != "http" && target.Scheme != "https") || target.Host == "" {
		return count{}, fmt.Errorf("%q is no address of a web page", address)
	}

	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return count{}, err
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return count{}, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return count{}, fmt.Errorf("%s answered %s", target, answer.Status)
	}
	page, err := io.ReadAll(io.LimitReader(answer.Body, maxPage+1))
	if err != nil {
		return count{}, err
	}
	if len(page) > maxPage {
		return count{}, fmt.Errorf("%s is larger than %d MiB", target, maxPage>>20)
	}
	// After a redirection the page is somewhere else than was asked for.
	return countLinks(string(page), answer.Request.URL), nil
}
