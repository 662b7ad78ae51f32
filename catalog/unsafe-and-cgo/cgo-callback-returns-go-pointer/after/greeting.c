#include <stdlib.h>
#include <string.h>
#include "_cgo_export.h"

int greeting_length(int hour) {
	char *text = greetingFor(hour);
	int length = strlen(text);
	free(text);
	return length;
}
