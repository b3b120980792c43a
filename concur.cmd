@echo off
rem Runs concur. Builds analyzer\target\concur.jar first when it is missing or older than the sources.
rem Needs JDK 17 or newer (JAVA_HOME or PATH), and Maven when there is something to build.
rem CONCUR_JAVA_OPTS: further options for the JVM, for example -Xmx2g.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%analyzer\target\concur.jar"
set "LOG=%HOME_DIR%analyzer\target\launcher-build.log"

set "JAVA="
if defined JAVA_HOME call :consider "%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~$PATH:j"
if not defined JAVA (
  echo concur: needs a JDK 17 or newer, in JAVA_HOME or PATH. 1>&2
  exit /b 4
)

call :stale
if errorlevel 1 (
  call :build
  if errorlevel 1 exit /b 4
)

"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:NewRatio=9 -XX:MarkSweepDeadRatio=0 -Xshare:auto %CONCUR_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Takes the java that is given when it is 17 or newer.
:consider
if not exist "%~1" exit /b 0
set "VERSION="
set "MAJOR="
for /f "tokens=3" %%v in ('""%~1" -version 2^>^&1 ^| findstr /i version"') do if not defined VERSION set "VERSION=%%~v"
for /f "delims=.-+ tokens=1" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR exit /b 0
if %MAJOR% geq 17 set "JAVA=%~1"
exit /b 0

:stale
if not exist "%JAR%" exit /b 1
if not exist "%HOME_DIR%samples\target\classes" exit /b 1
powershell -NoProfile -Command ^
  "Set-Location -LiteralPath $env:HOME_DIR; $built = (Get-Item -LiteralPath $env:JAR).LastWriteTime; $newer = Get-ChildItem -File -Recurse -Path pom.xml, rules\pom.xml, analyzer\pom.xml, samples\pom.xml, rules\src\main, analyzer\src\main, samples\src | Where-Object { $_.LastWriteTime -gt $built } | Select-Object -First 1; if ($newer) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo concur: concur.jar must be built, and there is no mvn in PATH. Install Maven 3.8 or newer. 1>&2
  exit /b 1
)
if not exist "%HOME_DIR%analyzer\target" mkdir "%HOME_DIR%analyzer\target"
echo concur: building concur.jar, once until the sources change; log: %LOG% 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -Dfast -Dmaven.test.skip=true -pl rules,analyzer,samples -am package >"%LOG%" 2>&1 <nul
set "RESULT=%ERRORLEVEL%"
popd
if not "%RESULT%"=="0" (
  echo concur: the build failed; see %LOG% 1>&2
  exit /b 1
)
exit /b 0
