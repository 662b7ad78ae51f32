// Package posts shows posts, the pinned one first.
package posts

import "sort"

type Post struct {
	Text string
	Day  int
}

func Newest(pinned Post, posts []Post) []Post {
	all := append([]Post{pinned}, posts...)
	sort.Slice(all, func(i, j int) bool {
		return posts[i].Day > posts[j].Day //crash:blame
	})
	return all
}
