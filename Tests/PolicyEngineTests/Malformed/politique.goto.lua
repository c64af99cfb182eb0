goto fin
::fin::
