/* FOR TESTS UNDER WINE ONLY, never shipped: numpy calls four functions that Wine 8's ucrtbase lacks. Everything else
 * is forwarded to Wine's own library, which is kept under another name. */
typedef struct { float part[2]; } complex_float;
typedef struct { double part[2]; } complex_double;

float shim_crealf(complex_float z) { return z.part[0]; }
float shim_cimagf(complex_float z) { return z.part[1]; }
double shim_creal(complex_double z) { return z.part[0]; }
double shim_cimag(complex_double z) { return z.part[1]; }

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved)
{
    (void)module; (void)reason; (void)reserved;
    return 1;
}
