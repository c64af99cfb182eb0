::suite::
::suite::
