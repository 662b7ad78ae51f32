// Package thumbs makes thumbnails and keeps them.
package thumbs

type Thumbnail struct{ pixels []byte }

type Cache struct {
	byPicture map[int]*Thumbnail
}

func NewCache() *Cache { return &Cache{byPicture: map[int]*Thumbnail{}} }

func (c *Cache) Thumbnail(picture int) *Thumbnail {
	if known, ok := c.byPicture[picture]; ok {
		return known
	}
	thumbnail := &Thumbnail{pixels: make([]byte, 1<<20)} //crash:blame
	c.byPicture[picture] = thumbnail
	return thumbnail
}

func (t *Thumbnail) Bytes() int { return len(t.pixels) }
