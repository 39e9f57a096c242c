package main

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

func at(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestCountLinks(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want count
	}{
		"nothing":            {"", count{0, 0}},
		"relative":           {`<a href="/x">x</a> <a href='y.html'>y</a> <a href="#z">z</a> <a href=w>w</a>`, count{4, 0}},
		"empty is this page": {`<a href="">x</a>`, count{1, 0}},
		"absolute, own":      {`<a href="http://a.example/x">x</a><a href="HTTP://A.EXAMPLE/">y</a>`, count{2, 0}},
		"other scheme":       {`<a href="https://a.example/x">x</a>`, count{1, 0}},
		"others":             {`<a href="https://b.example/">x</a><a href="//c.example/y">y</a>`, count{0, 2}},
		"sub-domain":         {`<a href="http://www.a.example/">x</a>`, count{0, 1}},
		"other port":         {`<a href="http://a.example:81/">x</a>`, count{0, 1}},
		"no web page":        {`<a href="mailto:a@b.example">m</a><a href="javascript:void 0">j</a>`, count{0, 0}},
		"no href":            {`<a name="x">x</a><abbr href="/x">x</abbr><link href="/y">`, count{0, 0}},
		"upper case":         {`<A CLASS=b HREF="/x">x</A>`, count{1, 0}},
		"entities":           {`<a href="/?a=1&amp;b=2">x</a><a href="http:&#47;&#47;b.example/">y</a>`, count{1, 1}},
		"spaces":             {"<a\n  href = \" /x \"\n>x</a>", count{1, 0}},
		"> in a value":       {`<a title="a > b" href="/x">x</a>`, count{1, 0}},
		"quote left open":    {`<a href="/x>x</a><a href="/y">`, count{1, 0}},
		"comment":            {`<!-- <a href="/x"> --><a href="/y">`, count{1, 0}},
		"comment left open":  {`<!-- <a href="/x">`, count{0, 0}},
		"script":             {`<script>document.write('<a href="/x">')</SCRIPT><a href="/y">`, count{1, 0}},
		"less than":          {`1 < 2 <a href="/x">x</a>`, count{1, 0}},
		"tag left open":      {`<a href="/x"`, count{1, 0}},
		"first href counts":  {`<a href="/x" href="http://b.example/">`, count{1, 0}},
		"no address":         {`<a href="http://[">x</a>`, count{0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := countLinks(c.page, at(t, "http://a.example/page.html")); got != c.want {
				t.Errorf("%s: got %+v, want %+v", c.page, got, c.want)
			}
		})
	}
}

func TestHostilePagesAreReadInTime(t *testing.T) {
	for _, piece := range []string{"<", "<a ", "<!--", "<a href=", `<a href="`, "<script>", "<a href='/x'>"} {
		start := time.Now()
		countLinks(strings.Repeat(piece, 200_000), at(t, "http://a.example/"))
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%q repeated took %s", piece, took)
		}
	}
}
