@echo off
rem Starts Virt Workbench. Words after it go to the workbench: -data DIR names the workspace.
setlocal
set "java=javaw"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\javaw"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%j"
rem What an earlier run has loaded is of use in this folder only: in another one Java would take it as well, and the bundles from here.
set "folder=%~dp0"
set "folder=%folder:\=-%"
set "folder=%folder::=%"
if not exist "%LOCALAPPDATA%\virt-workbench" mkdir "%LOCALAPPDATA%\virt-workbench"
start "" "%java%" -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\virt-workbench\workbench-%folder%.jsa" -Xms128m -Xmx1g --enable-native-access=ALL-UNNAMED -Dosgi.requiredJavaVersion=21 -jar "%launcher%" %*
if errorlevel 1 echo Virt Workbench needs Java 21 or newer: install one, or set JAVA_HOME to it, and start again.
