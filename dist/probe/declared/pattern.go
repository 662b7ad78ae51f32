package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// alternatives is a whole pattern: "A/x|B" has two, of two levels and of one.
type alternatives []levels

// levels holds one regular expression per level of subtests.
type levels []*regexp.Regexp

// match tests the top level. The first alternative that matches decides, as it does in package testing, even if a later
// one would match without levels to spare.
func (a alternatives) match(name string) (matched, subtests bool) {
	for _, alternative := range a {
		if alternative[0].MatchString(name) {
			return true, len(alternative) > 1
		}
	}
	return false, false
}

// parsePattern splits at '|' and '/' and compiles the parts. An empty pattern has no alternatives.
func parsePattern(pattern string) (alternatives, error) {
	if pattern == "" {
		return nil, nil
	}
	var parsed alternatives
	var alternative levels
	for _, part := range split(pattern) {
		text := printable(part.text)
		expression, err := regexp.Compile(text)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", text, err)
		}
		alternative = append(alternative, expression)
		if part.lastLevel {
			parsed, alternative = append(parsed, alternative), nil
		}
	}
	return parsed, nil
}

// part is the regular expression of one level; lastLevel is true where an alternative ends.
type part struct {
	text      string
	lastLevel bool
}

// split cuts at '/' and '|' outside of brackets and parentheses. A backslash takes the next byte with it; a bracket
// that was never opened is an ordinary character; an excess ')' is counted, so that nothing behind it is cut until the
// expression itself is refused.
func split(pattern string) []part {
	var parts []part
	brackets, parentheses, from := 0, 0, 0
	for at := 0; at < len(pattern); at++ {
		switch char := pattern[at]; {
		case char == '\\':
			at++
		case char == '[':
			brackets++
		case char == ']' && brackets > 0:
			brackets--
		case brackets > 0:
		case char == '(':
			parentheses++
		case char == ')':
			parentheses--
		case (char == '/' || char == '|') && parentheses == 0:
			parts = append(parts, part{pattern[from:at], char == '|'})
			from = at + 1
		}
	}
	return append(parts, part{pattern[from:], true})
}

// printable spells white space and unprintable characters as package testing does in the names of subtests.
func printable(text string) string {
	var spelled strings.Builder
	for _, char := range text {
		switch {
		case isSpace(char):
			spelled.WriteByte('_')
		case !strconv.IsPrint(char):
			quoted := strconv.QuoteRune(char)
			spelled.WriteString(quoted[1 : len(quoted)-1])
		default:
			spelled.WriteRune(char)
		}
	}
	return spelled.String()
}

// isSpace is Unicode's White_Space, to which package testing adds nothing: U+200B and its like are not in it.
func isSpace(char rune) bool { return unicode.Is(unicode.White_Space, char) }
