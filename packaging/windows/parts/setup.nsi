; The setup of Cakupan. Built by winbuild/installer.py, which defines
;   VERSION NUMBERS FILES UNFILES SIZE_KB ICON PICTURES OUT  and, where there is a certificate, SIGN.
; One user without administrator rights by default; for all users when it was started as administrator.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
AllowSkipFiles off
BrandingText "Cakupan ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include nsDialogs.nsh

!define APP "Cakupan"
!define ARP "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define OWN "Software\${APP}\Setup"
!define PROGID "${APP}.Berkas"

; What a silent run returns; packaging/README.md lists the same.
!define EXIT_RUNNING 3
!define EXIT_WINDOWS 4
!define EXIT_RIGHTS 5

Name "${APP} ${VERSION}"
OutFile "${OUT}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Pemasang ${APP} ${VERSION}"
VIAddVersionKey "CompanyName" "Proyek Cakupan"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

Var ForAll      ; 1: for every user of the PC
Var OnDesktop   ; 1: a shortcut on the desktop as well
Var Settings    ; uninstaller, 1: remove the settings as well
Var Box

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}/header.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${PICTURES}/header.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}/side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}/side.bmp"
!define MUI_LANGDLL_ALWAYSSHOW
!define MUI_LANGDLL_WINDOWTITLE "Cakupan"
!define MUI_LANGDLL_INFO "Bahasa pemasangan / Setup language:"

!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!insertmacro MUI_PAGE_WELCOME
Page custom AskForWhom TakeForWhom
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE OwnFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\Cakupan.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_NOW)"
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"
!insertmacro MUI_UNPAGE_CONFIRM
UninstPage custom un.AskSettings un.TakeSettings
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE_3LINES
!define MUI_FINISHPAGE_TEXT "$(KEPT)"
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!macro Said NAME INDONESIAN ENGLISH
  LangString ${NAME} ${LANG_INDONESIAN} "${INDONESIAN}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend
!insertmacro Said WELCOME \
  "Cakupan menghitung cakupan kepesertaan Jamsostek dari buku kerja Excel. Program bekerja tanpa internet dan tidak memerlukan hak administrator.$\r$\n$\r$\nVersi lama, bila ada, diganti di tempatnya; buku kerja dan pengaturan Anda tetap ada.$\r$\n$\r$\nKlik Lanjut untuk meneruskan." \
  "Cakupan computes the coverage of employment social security from Excel workbooks. It works without internet and needs no administrator rights.$\r$\n$\r$\nAn older version is replaced where it stands; your workbooks and settings stay.$\r$\n$\r$\nClick Next to go on."
!insertmacro Said OPEN_NOW "Buka Cakupan sekarang" "Open Cakupan now"
!insertmacro Said FOR_WHOM "Untuk siapa?" "For whom?"
!insertmacro Said FOR_WHOM_TEXT "Pemasang dijalankan sebagai administrator." "The setup was started as administrator."
!insertmacro Said FOR_ME "Hanya untuk akun ini" "For this account only"
!insertmacro Said FOR_ALL "Untuk semua pengguna komputer ini" "For all users of this computer"
!insertmacro Said SAFE_NAME "Cakupan (mode aman)" "Cakupan (safe mode)"
!insertmacro Said SAFE_HINT "Pengaturan bawaan dan gambar tanpa kartu grafis" "Default settings, drawn without the graphics card"
!insertmacro Said APP_HINT "Cakupan kepesertaan Jamsostek" "Coverage of employment social security"
!insertmacro Said FILE_TYPE "Buku kerja untuk Cakupan" "Workbook for Cakupan"
!insertmacro Said IS_RUNNING \
  "Cakupan sedang berjalan. Simpan pekerjaan Anda, tutup Cakupan, lalu klik Coba Lagi." \
  "Cakupan is running. Save your work, close Cakupan, then click Retry."
!insertmacro Said TOO_OLD \
  "Cakupan memerlukan Windows 10 versi 1809 atau yang lebih baru." \
  "Cakupan needs Windows 10 version 1809 or newer."
!insertmacro Said NO_RIGHTS \
  "Memasang untuk semua pengguna memerlukan administrator: klik kanan pemasang, lalu pilih Jalankan sebagai administrator." \
  "Installing for all users needs an administrator: right-click the setup and choose Run as administrator."
!insertmacro Said KEPT \
  "Hanya program Cakupan yang dihapus. Buku kerja, lembar PDF dan berkas lain milik Anda tidak disentuh." \
  "Only the program Cakupan is removed. Your workbooks, PDF sheets and other files are not touched."
!insertmacro Said SETTINGS_TITLE "Pengaturan" "Settings"
!insertmacro Said SETTINGS_TEXT "Pengaturan dipakai lagi bila Cakupan dipasang kembali." "Settings are used again when Cakupan is installed again."
!insertmacro Said SETTINGS_BOX \
  "Hapus juga pengaturan dan daftar buku terakhir akun ini" \
  "Remove the settings and the list of recent books of this account as well"

; ---- shared by setup and uninstaller

!macro Shared UN
; Nobody can write into a program that runs.
Function ${UN}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\Cakupan.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\Cakupan.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel ${EXIT_RUNNING}
  Quit
FunctionEnd

Function ${UN}Context
  ${If} $ForAll == 1
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Shared ""
!insertmacro Shared "un."

!macro RemoveProgramFolders
  RMDir /r "$INSTDIR\Lib"
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\lisensi"
!macroend

; ---- setup

Function .onInit
  ${GetParameters} $R0
  StrCpy $OnDesktop 1
  ClearErrors
  ${GetOptions} $R0 "/NODESKTOP" $R1
  ${IfNot} ${Errors}
    StrCpy $OnDesktop 0
  ${EndIf}
  StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ClearErrors
  ${GetOptions} $R0 "/LANG=" $R1
  ${If} ${Errors}
    ${IfNot} ${Silent}
      !insertmacro MUI_LANGDLL_DISPLAY
    ${EndIf}
  ${ElseIf} $R1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
  ${IfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel ${EXIT_WINDOWS}
    Quit
  ${EndIf}
  StrCpy $ForAll 0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    Call NeedRights
    StrCpy $ForAll 1
  ${EndIf}
  Call Context
  Call ChooseFolder
FunctionEnd

Function NeedRights
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    MessageBox MB_OK|MB_ICONSTOP "$(NO_RIGHTS)" /SD IDOK
    SetErrorLevel ${EXIT_RIGHTS}
    Quit
  ${EndIf}
FunctionEnd

; Where it already is, else the usual place. A folder given with /D= comes first.
Function ChooseFolder
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ReadRegStr $INSTDIR SHCTX "${OWN}" "InstallDir"
  ${If} $INSTDIR == ""
    ${If} $ForAll == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${APP}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function AskForWhom
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(FOR_WHOM)" "$(FOR_WHOM_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(FOR_ME)"
  Pop $0
  ${NSD_CreateRadioButton} 0 28u 100% 12u "$(FOR_ALL)"
  Pop $Box
  ${If} $ForAll == 1
    ${NSD_Check} $Box
  ${Else}
    ${NSD_Check} $0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeForWhom
  ${NSD_GetState} $Box $ForAll
  Call Context
  StrCpy $INSTDIR ""
  Call ChooseFolder
FunctionEnd

; Never among somebody's own files: a folder that holds other things gets a folder of ours inside.
Function OwnFolder
  ${If} ${FileExists} "$INSTDIR\Cakupan.exe"
  ${AndIf} ${FileExists} "$INSTDIR\Uninstall.exe"
    Return
  ${EndIf}
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
    StrCpy $INSTDIR "$INSTDIR\${APP}"
  ${EndIf}
FunctionEnd

!macro OpenWith EXTENSION
  WriteRegStr SHCTX "Software\Classes\Applications\Cakupan.exe\SupportedTypes" "${EXTENSION}" ""
  WriteRegStr SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids" "${PROGID}" ""
!macroend

!macro NoOpenWith EXTENSION
  DeleteRegValue SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${EXTENSION}"
!macroend

Section "-program"
  Call Context
  Call OwnFolder
  Call WaitUntilClosed
  ${If} ${FileExists} "$INSTDIR\Uninstall.exe"
    ; Whatever an older version had and this one has not must not stay and be imported.
    !insertmacro RemoveProgramFolders
    Delete "$INSTDIR\*.pyd"
    Delete "$INSTDIR\python*.*"
    Delete "$INSTDIR\*.dll"
  ${EndIf}
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
SectionEnd

Section "-shortcuts"
  ; The folder that a shortcut starts in, so that none of the program's own is held open.
  StrCpy $OUTDIR "%USERPROFILE%"
  CreateDirectory "$SMPROGRAMS\${APP}"
  Delete "$SMPROGRAMS\${APP}\*.lnk"
  CreateShortcut "$SMPROGRAMS\${APP}\${APP}.lnk" "$INSTDIR\Cakupan.exe" "" "$INSTDIR\Cakupan.exe" 0 SW_SHOWNORMAL "" "$(APP_HINT)"
  CreateShortcut "$SMPROGRAMS\${APP}\$(SAFE_NAME).lnk" "$INSTDIR\Cakupan.exe" "--aman" "$INSTDIR\Cakupan.exe" 0 SW_SHOWNORMAL "" "$(SAFE_HINT)"
  ${If} $OnDesktop == 1
    CreateShortcut "$DESKTOP\${APP}.lnk" "$INSTDIR\Cakupan.exe" "" "$INSTDIR\Cakupan.exe" 0 SW_SHOWNORMAL "" "$(APP_HINT)"
  ${EndIf}
SectionEnd

Section "-registry"
  ; Offered under "Open with"; the program that opens these files by default stays what it is.
  WriteRegStr SHCTX "Software\Classes\${PROGID}" "" "$(FILE_TYPE)"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\Cakupan.exe,0"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\Cakupan.exe" "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\Cakupan.exe" "FriendlyAppName" "${APP}"
  WriteRegStr SHCTX "Software\Classes\Applications\Cakupan.exe\DefaultIcon" "" "$INSTDIR\Cakupan.exe,0"
  WriteRegStr SHCTX "Software\Classes\Applications\Cakupan.exe\shell\open\command" "" '"$INSTDIR\Cakupan.exe" "%1"'
  !insertmacro OpenWith ".xlsx"
  !insertmacro OpenWith ".xlsm"
  !insertmacro OpenWith ".xls"
  !insertmacro OpenWith ".xlsb"
  !insertmacro OpenWith ".ods"
  !insertmacro OpenWith ".csv"
  WriteRegStr SHCTX "${OWN}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${OWN}" "Version" "${VERSION}"
  WriteRegStr SHCTX "${OWN}" "Language" "$LANGUAGE"
  WriteRegStr SHCTX "${ARP}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${ARP}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ARP}" "DisplayIcon" "$INSTDIR\Cakupan.exe"
  WriteRegStr SHCTX "${ARP}" "Publisher" "Proyek Cakupan"
  WriteRegStr SHCTX "${ARP}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ARP}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr SHCTX "${ARP}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD SHCTX "${ARP}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${ARP}" "NoModify" 1
  WriteRegDWORD SHCTX "${ARP}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; ---- uninstaller

Function un.onInit
  StrCpy $Settings 0
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/SETTINGS" $R1
  ${IfNot} ${Errors}
    StrCpy $Settings 1
  ${EndIf}
  StrCpy $LANGUAGE ${LANG_INDONESIAN}
  ReadRegStr $0 HKLM "${OWN}" "InstallDir"
  StrCpy $ForAll 0
  ${If} $0 == $INSTDIR
    StrCpy $ForAll 1
  ${EndIf}
  Call un.Context
  ReadRegStr $0 SHCTX "${OWN}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
FunctionEnd

Function un.AskSettings
  !insertmacro MUI_HEADER_TEXT "$(SETTINGS_TITLE)" "$(SETTINGS_TEXT)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckbox} 0 10u 100% 12u "$(SETTINGS_BOX)"
  Pop $Box
  nsDialogs::Show
FunctionEnd

Function un.TakeSettings
  ${NSD_GetState} $Box $Settings
FunctionEnd

Section "Uninstall"
  Call un.Context
  Call un.WaitUntilClosed
  !insertmacro RemoveProgramFolders
  !include "${UNFILES}"
  Delete "$INSTDIR\Uninstall.exe"
  ; Only when it is empty: what somebody has put there stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}\*.lnk"
  RMDir "$SMPROGRAMS\${APP}"
  Delete "$DESKTOP\${APP}.lnk"
  !insertmacro NoOpenWith ".xlsx"
  !insertmacro NoOpenWith ".xlsm"
  !insertmacro NoOpenWith ".xls"
  !insertmacro NoOpenWith ".xlsb"
  !insertmacro NoOpenWith ".ods"
  !insertmacro NoOpenWith ".csv"
  DeleteRegKey SHCTX "Software\Classes\${PROGID}"
  DeleteRegKey SHCTX "Software\Classes\Applications\Cakupan.exe"
  DeleteRegKey SHCTX "${ARP}"
  DeleteRegKey SHCTX "${OWN}"
  ${If} $Settings == 1
    ; Those of the account that removes, wherever the program stood.
    SetShellVarContext current
    Delete "$APPDATA\${APP}\${APP}.ini*"
    RMDir "$APPDATA\${APP}"
    Delete "$LOCALAPPDATA\${APP}\catatan\*.*"
    RMDir "$LOCALAPPDATA\${APP}\catatan"
    Delete "$LOCALAPPDATA\${APP}\*.lock*"
    RMDir "$LOCALAPPDATA\${APP}"
    DeleteRegKey HKCU "Software\${APP}\${APP}"
    Call un.Context
  ${EndIf}
  ; Looking for settings of former versions there makes an empty key.
  DeleteRegKey /ifempty HKCU "Software\${APP}\${APP}"
  DeleteRegKey /ifempty HKCU "Software\${APP}"
  DeleteRegKey /ifempty SHCTX "Software\${APP}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
