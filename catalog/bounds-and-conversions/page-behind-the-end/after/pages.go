// Package pages shows lists page by page.
package pages

const perPage = 10

func Page(items []string, page int) []string {
	from := min(max(0, page*perPage), len(items))
	to := min(from+perPage, len(items))
	return items[from:to]
}
