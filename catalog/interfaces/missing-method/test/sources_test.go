package sources

import "testing"

func TestShutDownAllSources(t *testing.T) {
	weather := new(connection)
	if err := ShutDown([]source{plainText("hello"), weather}); err != nil {
		t.Fatal(err)
	}
	if !weather.Closed {
		t.Fatal("the connection is still open")
	}
}
