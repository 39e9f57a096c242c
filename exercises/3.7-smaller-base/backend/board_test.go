package main

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestOldestMessagesMakeRoom(t *testing.T) {
	b := newBoard()
	for i := 1; i <= maxMessages+3; i++ {
		if _, err := b.post(fmt.Sprint("message ", i)); err != nil {
			t.Fatal(err)
		}
	}
	all := b.all()
	if len(all) != maxMessages || all[0].ID != 4 {
		t.Fatalf("%d messages, first %+v", len(all), all[0])
	}
}

func TestLengthIsCountedInCharacters(t *testing.T) {
	b := newBoard()
	if _, err := b.post(strings.Repeat("ä", maxTextLength)); err != nil {
		t.Error(err)
	}
	if _, err := b.post(strings.Repeat("ä", maxTextLength+1)); err != errLongText {
		t.Errorf("got %v", err)
	}
}

func TestManyMayPostAtOnce(t *testing.T) {
	b := newBoard()
	var all sync.WaitGroup
	for i := 0; i < 50; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			b.post("ahoy")
		}()
	}
	all.Wait()
	if n := len(b.all()); n != 50 {
		t.Fatalf("got %d", n)
	}
}
