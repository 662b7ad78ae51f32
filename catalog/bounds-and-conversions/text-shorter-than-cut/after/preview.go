// Package preview shows the beginnings of posts.
package preview

func Of(post string) string {
	if len(post) <= 20 {
		return post
	}
	return post[:20] + "…"
}
