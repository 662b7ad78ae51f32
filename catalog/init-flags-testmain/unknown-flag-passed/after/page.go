// Package page renders pages.
package page

func Render(title string) string { return "<h1>" + title + "</h1>" }
