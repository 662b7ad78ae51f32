package events

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestEventsArePushed(t *testing.T) {
	hub := &Hub{Events: make(chan string)}
	defer close(hub.Events)
	server := httptest.NewServer(hub)
	response, err := http.Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	server.Close() //crash:blame
}
