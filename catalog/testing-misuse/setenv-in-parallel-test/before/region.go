// Package region finds out which data centre to talk to.
package region

import "os"

func Endpoint() string {
	region := os.Getenv("SHOP_REGION")
	if region == "" {
		region = "eu"
	}
	return "https://" + region + ".shop.example"
}
