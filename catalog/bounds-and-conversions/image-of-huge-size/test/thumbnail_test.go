package thumbnail

import "testing"

func TestThumbnailOfHugeSize(t *testing.T) {
	if picture, err := Empty(4, 3); err != nil || len(picture.Pix) != 48 {
		t.Errorf("small picture: %v, %v", picture, err)
	}
	if _, err := Empty(1<<40, 1<<40); err == nil {
		t.Error("a picture of huge size was made")
	}
}
