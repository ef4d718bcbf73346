@echo off
rem The command line of an installed Revino: revino-cli COMMAND ...
rem Revino.exe is a windowed program. Started from a command file, cmd waits for it and passes its exit code
rem on; Electron attaches itself to the console it was started from, so its output appears here.
rem Untested so far: written from the documentation, without a Windows computer.
setlocal
set "ELECTRON_NO_ATTACH_CONSOLE="
"%~dp0Revino.exe" --cli %*
exit /b %ERRORLEVEL%
