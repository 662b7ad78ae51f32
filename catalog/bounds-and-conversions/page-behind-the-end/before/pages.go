// Package pages shows lists page by page.
package pages

const perPage = 10

func Page(items []string, page int) []string {
	from := page * perPage
	to := min(from+perPage, len(items))
	return items[from:to] //crash:blame
}
