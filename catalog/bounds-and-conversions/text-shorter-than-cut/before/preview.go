// Package preview shows the beginnings of posts.
package preview

func Of(post string) string {
	return post[:20] + "…" //crash:blame
}
