# Makes target\package\Voxdesk-VERSION.msi on Windows. Needs WiX. The package is not signed: Windows
# asks before it installs it.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
[xml]$state = Get-Content 'target\dist\voxdesk\app\.jpackage.xml'
$version = $state.'jpackage-state'.'app-version'
jpackage --type msi `
  --app-image 'target\dist\voxdesk' `
  --name Voxdesk `
  --app-version $version `
  --vendor Voxdesk `
  --description 'DICOM viewer and editor' `
  --license-file LICENSE `
  --file-associations 'installer\dicom.properties' `
  --win-menu --win-menu-group Voxdesk `
  --win-shortcut-prompt --win-dir-chooser `
  --win-upgrade-uuid '6f0f3f5e-7a52-4e39-9d0c-1f4b1b2c7e11' `
  --dest 'target\package'
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Get-ChildItem 'target\package\*.msi'
