/* FOR TESTS UNDER WINE ONLY, never shipped: Python's platform module asks Windows about itself through this function,
 * and Wine 8 ends the whole process there. "Not implemented" lets Python fall back, as it does on a locked-down PC. */
#define E_NOTIMPL ((long)0x80004001)

long __stdcall shim_VariantToString(const void *value, unsigned short *text, unsigned length)
{
    (void)value;
    if (text && length)
        text[0] = 0;
    return E_NOTIMPL;
}

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved)
{
    (void)module; (void)reason; (void)reserved;
    return 1;
}
