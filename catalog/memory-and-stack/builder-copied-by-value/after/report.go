// Package report builds reports for the console.
package report

import "strings"

type Report struct {
	text strings.Builder
	rows int
}

func (r *Report) Title(title string) {
	r.text.WriteString("== " + title + "\n")
}

// WithRow is the report and one row more.
func WithRow(r *Report, name, value string) *Report {
	r.text.WriteString(name + ": " + value + "\n")
	r.rows++
	return r
}

func (r *Report) String() string { return r.text.String() }
