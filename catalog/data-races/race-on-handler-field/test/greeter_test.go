package greeter

import (
	"net/http"
	"sync"
	"testing"
)

// silent answers nobody: a response writer without locks, so that the detector sees the handler alone.
type silent struct{}

func (silent) Header() http.Header              { return http.Header{} }
func (silent) Write(answer []byte) (int, error) { return len(answer), nil }
func (silent) WriteHeader(int)                  {}

func TestTwoVisitors(t *testing.T) {
	handler := new(Greeter).Handler()
	var start, served sync.WaitGroup
	start.Add(2)
	for _, name := range []string{"ada", "bob"} {
		request, err := http.NewRequest("GET", "/hello?name="+name, nil)
		if err != nil {
			t.Fatal(err)
		}
		served.Add(1)
		go func() {
			defer served.Done()
			start.Done()
			start.Wait()
			handler.ServeHTTP(silent{}, request)
		}()
	}
	served.Wait()
}
