/* FOR TESTS UNDER WINE ONLY, never shipped: Wine 8 lacks bcryptprimitives.dll, from which Rust's library takes
 * its random numbers. */
int __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int ProcessPrng(unsigned char *buffer, unsigned long long length)
{
    return SystemFunction036(buffer, (unsigned long)length);
}
