// Package thumbs makes thumbnails and keeps them.
package thumbs

const maxEntries = 32

type Thumbnail struct{ pixels []byte }

type Cache struct {
	byPicture map[int]*Thumbnail
	order     []int
}

func NewCache() *Cache { return &Cache{byPicture: map[int]*Thumbnail{}} }

func (c *Cache) Thumbnail(picture int) *Thumbnail {
	if known, ok := c.byPicture[picture]; ok {
		return known
	}
	var thumbnail *Thumbnail
	if len(c.order) == maxEntries {
		oldest := c.order[0]
		thumbnail = c.byPicture[oldest]
		delete(c.byPicture, oldest)
		c.order = c.order[1:]
	} else {
		thumbnail = &Thumbnail{pixels: make([]byte, 1<<20)}
	}
	c.order = append(c.order, picture)
	c.byPicture[picture] = thumbnail
	return thumbnail
}

func (t *Thumbnail) Bytes() int { return len(t.pixels) }
