package main

import (
	"errors"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

const (
	maxTextLength = 500

	// The board lives in memory: the oldest messages make room for new ones.
	maxMessages = 1000
)

var (
	errEmptyText = errors.New("text must not be empty")
	errLongText  = errors.New("text must not be longer than 500 characters")
)

// message is one entry of the board.
type message struct {
	ID     int       `json:"id"`
	Text   string    `json:"text"`
	Posted time.Time `json:"posted"`
}

// board keeps the newest messages, oldest first. It is safe for concurrent use.
type board struct {
	mu       sync.Mutex
	lastID   int
	messages []message
	now      func() time.Time
}

func newBoard() *board {
	return &board{now: time.Now}
}

// post adds a message and returns it with its number and time.
func (b *board) post(text string) (message, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return message{}, errEmptyText
	}
	if utf8.RuneCountInString(text) > maxTextLength {
		return message{}, errLongText
	}

	b.mu.Lock()
	defer b.mu.Unlock()
	b.lastID++
	m := message{ID: b.lastID, Text: text, Posted: b.now().UTC()}
	b.messages = append(b.messages, m)
	if len(b.messages) > maxMessages {
		b.messages = append([]message(nil), b.messages[1:]...)
	}
	return m, nil
}

// all returns a copy; an empty board is an empty list, not nil, so that it becomes [] in JSON.
func (b *board) all() []message {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]message{}, b.messages...)
}
