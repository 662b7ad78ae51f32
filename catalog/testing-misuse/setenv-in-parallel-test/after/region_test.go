package region

import "testing"

func TestRegionComesFromTheEnvironment(t *testing.T) {
	t.Parallel()
	if got := Endpoint("us"); got != "https://us.shop.example" {
		t.Errorf("the endpoint is %s", got)
	}
}
