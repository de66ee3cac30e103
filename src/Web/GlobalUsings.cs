global using Medborgardialog.Application.Common;
