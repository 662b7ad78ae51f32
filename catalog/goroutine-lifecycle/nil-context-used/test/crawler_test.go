package crawler

import "testing"

func TestUseWithoutStart(t *testing.T) {
	var crawler Crawler
	if err := crawler.Visit(func() error { return nil }); err != nil {
		t.Fatal(err)
	}
}
