/* FOR TESTS UNDER WINE ONLY, never shipped: Windows 10 has icuuc.dll, Wine 8 has not. Qt6Core wants these
 * functions to exist; no converter is ever offered, so Qt uses its own. */
#define OUT __declspec(dllexport)
#define NOT_FOUND 4
#define UNSUPPORTED 16

typedef struct converter converter;

static void *none(int *error, int code)
{
    if (error)
        *error = code;
    return 0;
}

OUT converter *ucnv_open(const char *name, int *error) { (void)name; return none(error, NOT_FOUND); }
OUT void ucnv_close(converter *c) { (void)c; }
OUT void ucnv_reset(converter *c) { (void)c; }
OUT signed char ucnv_getMaxCharSize(converter *c) { (void)c; return 1; }
OUT const char *ucnv_getName(converter *c, int *error) { (void)c; return none(error, 1); }
OUT void ucnv_getToUCallBack(converter *c, void **a, const void **b) { (void)c; (void)a; (void)b; }
OUT void ucnv_getFromUCallBack(converter *c, void **a, const void **b) { (void)c; (void)a; (void)b; }
OUT void ucnv_setToUCallBack(converter *c, void *a, const void *b, void **d, const void **f, int *error)
{
    (void)c; (void)a; (void)b; (void)d; (void)f;
    none(error, UNSUPPORTED);
}
OUT void ucnv_setFromUCallBack(converter *c, void *a, const void *b, void **d, const void **f, int *error)
{
    (void)c; (void)a; (void)b; (void)d; (void)f;
    none(error, UNSUPPORTED);
}
OUT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
OUT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
OUT void ucnv_cbToUWriteUChars(void) {}
OUT void ucnv_cbFromUWriteUChars(void) {}
OUT void ucnv_toUnicode(void) {}
OUT void ucnv_fromUnicode(void) {}
OUT int ucnv_toUCountPending(const converter *c, int *error) { (void)c; none(error, UNSUPPORTED); return 0; }
OUT int ucnv_fromUCountPending(const converter *c, int *error) { (void)c; none(error, UNSUPPORTED); return 0; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name; (void)standard;
    return none(error, NOT_FOUND);
}
OUT const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
