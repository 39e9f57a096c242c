package main

import (
	"html"
	"net/url"
	"strings"
)

// count is the result, as it is printed.
type count struct {
	Internal int `json:"internal"`
	External int `json:"external"`
}

// countLinks counts <a href> of a page: to the page's own host, and to others. What is no web page
// (mailto:, javascript:…) does not count.
func countLinks(page string, at *url.URL) count {
	var links count
	for _, href := range hrefs(page) {
		target, err := at.Parse(href)
		if err != nil || (target.Scheme != "http" && target.Scheme != "https") {
			continue
		}
		if strings.EqualFold(target.Host, at.Host) {
			links.Internal++
		} else {
			links.External++
		}
	}
	return links
}

// hrefs collects the href of every <a> in order. It is a reader for tags, not for HTML as a whole:
// comments, scripts and styles are passed over, broken markup is survived.
func hrefs(page string) []string {
	var found []string
	for {
		start := strings.IndexByte(page, '<')
		if start < 0 {
			return found
		}
		page = page[start:]
		if strings.HasPrefix(page, "<!--") {
			page = after(page[len("<!--"):], "-->")
			continue
		}
		name, attributes, rest := tag(page)
		page = rest
		switch name {
		case "a":
			if href, ok := attributes["href"]; ok {
				found = append(found, strings.TrimSpace(html.UnescapeString(href)))
			}
		case "script", "style", "textarea", "title":
			page = afterFold(page, "</"+name)
		}
	}
}

// tag reads one opening tag. For anything else that begins with < the name is empty, and reading
// goes on behind that character.
func tag(page string) (name string, attributes map[string]string, rest string) {
	end := 1
	for end < len(page) && isName(page[end]) {
		end++
	}
	name = strings.ToLower(page[1:end])
	if name == "" {
		return "", nil, page[1:]
	}
	attributes = map[string]string{}
	rest = page[end:]
	for {
		rest = strings.TrimLeft(rest, " \t\r\n\f/")
		if rest == "" {
			return name, attributes, ""
		}
		if rest[0] == '>' {
			return name, attributes, rest[1:]
		}
		var key, value string
		key, value, rest = attribute(rest)
		if _, twice := attributes[key]; !twice {
			attributes[key] = value
		}
	}
}

// attribute reads key, key=value, key='value' or key="value". It always takes at least one character.
func attribute(text string) (key, value, rest string) {
	end := 1
	for end < len(text) && !strings.ContainsRune(" \t\r\n\f/>=", rune(text[end])) {
		end++
	}
	key, rest = strings.ToLower(text[:end]), text[end:]
	equals := strings.TrimLeft(rest, " \t\r\n\f")
	if !strings.HasPrefix(equals, "=") {
		return key, "", rest
	}
	rest = strings.TrimLeft(equals[1:], " \t\r\n\f")
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		value, rest, _ = strings.Cut(rest[1:], rest[:1])
		return key, value, rest
	}
	end = strings.IndexAny(rest, " \t\r\n\f>")
	if end < 0 {
		end = len(rest)
	}
	return key, rest[:end], rest[end:]
}

func isName(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func after(text, mark string) string {
	_, rest, _ := strings.Cut(text, mark)
	return rest
}

// afterFold is after, whatever the case of the mark's letters.
func afterFold(text, mark string) string {
	for i := 0; i+len(mark) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(mark)], mark) {
			return text[i+len(mark):]
		}
	}
	return ""
}
