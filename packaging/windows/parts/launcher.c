/* Cakupan.exe (window) and cakupan-cli.exe (console, with -DCONSOLE): load the Python beside them and run our program.
 *
 * The arguments go through unchanged behind  -X utf8 -I -B -m gui : UTF-8 everywhere, nothing from the environment, no
 * files written into the program's folder, which may be read-only or on a network share. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST_PATH 32768
#define OURS 7

typedef int (*python_main)(int, wchar_t **);

static int fail(const wchar_t *sentence)
{
    wchar_t text[1024];
    swprintf(text, 1024, L"%ls\n\n(%ls, kode %lu)", sentence, L"python313.dll", GetLastError());
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", text);
#else
    MessageBoxW(NULL, text, L"Cakupan", MB_ICONERROR | MB_OK);
#endif
    return 70;
}

#ifndef CONSOLE
/* A program without a console has no standard streams, and Python would have None where code expects a file. */
static void give_stream(DWORD which, DWORD access)
{
    HANDLE present = GetStdHandle(which);
    if (present == NULL || present == INVALID_HANDLE_VALUE) {
        SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
        HANDLE nothing = CreateFileW(L"NUL", access, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                                     OPEN_EXISTING, 0, NULL);
        if (nothing != INVALID_HANDLE_VALUE)
            SetStdHandle(which, nothing);
    }
}
#endif

/* The path of a file beside this program; NULL when there is no memory or the path is too long. */
static wchar_t *beside(const wchar_t *name)
{
    wchar_t *path = calloc(LONGEST_PATH, sizeof *path);
    if (path == NULL)
        return NULL;
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH);
    while (length > 0 && path[length - 1] != L'\\')
        length--;
    if (length == 0 || length + wcslen(name) >= LONGEST_PATH)
        return NULL;
    wcscpy(path + length, name);
    return path;
}

static int start(int count, wchar_t **words)
{
    static wchar_t *ours[OURS] = {NULL, L"-X", L"utf8", L"-I", L"-B", L"-m", L"gui"};
    const wchar_t *library = beside(L"python313.dll");
    /* Libraries are looked for beside the program and in Windows, never in the folder it was started from. */
    SetDllDirectoryW(L"");
    SetEnvironmentVariableW(L"QT_PLUGIN_PATH", NULL);
    SetEnvironmentVariableW(L"QT_QPA_PLATFORM_PLUGIN_PATH", NULL);
    HMODULE python = library ? LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH) : NULL;
    if (python == NULL)
        return fail(L"Berkas program tidak lengkap. Pasang ulang Cakupan.");
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    wchar_t **all = calloc((size_t)count + OURS + 1, sizeof *all);
    if (run == NULL || all == NULL)
        return fail(L"Program tidak dapat dijalankan. Pasang ulang Cakupan.");
    ours[0] = words[0];
    for (int i = 0; i < OURS; i++)
        all[i] = ours[i];
    for (int i = 1; i < count; i++)
        all[OURS + i - 1] = words[i];
    return run(OURS + count - 1, all);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words)
{
    return start(count, words);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show)
{
    (void)instance, (void)previous, (void)line, (void)show;
    give_stream(STD_INPUT_HANDLE, GENERIC_READ);
    give_stream(STD_OUTPUT_HANDLE, GENERIC_WRITE);
    give_stream(STD_ERROR_HANDLE, GENERIC_WRITE);
    return start(__argc, __wargv);
}
#endif
