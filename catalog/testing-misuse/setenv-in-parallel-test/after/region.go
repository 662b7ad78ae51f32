// Package region finds out which data centre to talk to.
package region

func Endpoint(region string) string {
	if region == "" {
		region = "eu"
	}
	return "https://" + region + ".shop.example"
}
