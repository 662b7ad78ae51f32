// Package news shows the newest first.
package news

func NewestFirst(titles []string) []string {
	var turned []string
	for i := len(titles) - 1; i >= 0; i-- {
		turned = append(turned, titles[i])
	}
	return turned
}
