package status

import (
	"encoding/json"
	"testing"
)

func TestStatusPage(t *testing.T) {
	var worker Worker
	pages := make(chan []byte)
	go func() {
		page, _ := worker.Page()
		pages <- page
	}()
	worker.Finish(1)
	if page := <-pages; !json.Valid(page) {
		t.Fatalf("got %q", page)
	}
}
