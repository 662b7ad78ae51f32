// Package key makes keys for a cache of pages.
package key

func Of(buffer []byte, site, page string) []byte {
	buffer = append(buffer, site...)
	buffer = append(buffer, '/')
	return append(buffer, page...)
}
