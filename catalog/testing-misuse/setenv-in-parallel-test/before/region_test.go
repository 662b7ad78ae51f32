package region

import "testing"

func TestRegionComesFromTheEnvironment(t *testing.T) {
	t.Parallel()
	t.Setenv("SHOP_REGION", "us") //crash:blame
	if got := Endpoint(); got != "https://us.shop.example" {
		t.Errorf("the endpoint is %s", got)
	}
}
