// libxml2's reader, without ICU. libxml2's headers include the system's ICU, whose enumerations differ from those of
// the ICU that Foundation brings; the compiler refuses a program that sees both. Only a record that is private to
// libxml2 (xmlCharEncodingHandler) depends on it, and nothing here uses that.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
